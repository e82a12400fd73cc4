"""What the story may say: graded claims, drafts checked sentence by sentence, replies.

In: FINDINGS, a draft, the replies log. Out: claims and checks. `plain` gives the text of a draft in any format.
"""

from corrobora.claims.manuscript import plain

__all__ = ["plain"]
