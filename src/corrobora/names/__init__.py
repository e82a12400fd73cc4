"""One name in every script and spelling. Pure, without I/O; useful on its own."""
