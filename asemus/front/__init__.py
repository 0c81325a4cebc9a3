"""What stands before Django in each worker: pages that were made already are given again."""
