"""Many reports: copies, stories, claims, denials, origins."""
