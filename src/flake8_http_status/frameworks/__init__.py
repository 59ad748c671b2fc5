"""What frameworks do with statuses: one module of data for each."""
