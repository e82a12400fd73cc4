"""What the story may say: graded claims, drafts checked sentence by sentence, replies.

In: FINDINGS, a draft, the replies log. Out: CLAIMS and checks. `plain` gives the text of a draft in any format,
`as_word` and `as_page` hand a checked draft back with notes, `letters` drafts requests for comment.
"""

from corrobora.claims.annotation import as_page, as_word
from corrobora.claims.grading import LANGUAGES
from corrobora.claims.manuscript import plain
from corrobora.claims.proposal import claim_id
from corrobora.claims.replies_log import letters

__all__ = ["LANGUAGES", "as_page", "as_word", "claim_id", "letters", "plain"]
