"""What people are told first: bundles, headlines, questions, the outlook."""
