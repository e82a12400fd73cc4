"""Word lists of Russian, Ukrainian, Chinese and English office papers."""
