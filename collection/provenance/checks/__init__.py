"""What is missing or doubtful in a chain of keepers, each finding with its reason in words. Data beside the code."""
