"""Measurements, each with its rival in the same run. `make bench` runs them all, `make bench ARGS=new_database` one."""
