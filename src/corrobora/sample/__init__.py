"""Makes a small invented leak with its records and its truth, for the demo and the tests. All people are invented."""
