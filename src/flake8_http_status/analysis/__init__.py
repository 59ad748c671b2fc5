"""The engine: from a syntax tree to the places in it that expect a status."""
