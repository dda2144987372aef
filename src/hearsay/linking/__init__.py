"""Many reports: copies, stories, claims, denials, origins."""

from hearsay.linking.linking import Summary, link

__all__ = ["Summary", "link"]
