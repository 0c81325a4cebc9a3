"""What benchmarks stand on: a site that runs, a rival that runs, pictures, and a client that asks."""
