"""The rules: one module for each, with its page, its metadata and its check."""
