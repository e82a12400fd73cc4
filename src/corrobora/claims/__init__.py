"""What the story may say: graded claims, drafts checked sentence by sentence, replies.

In: FINDINGS, a draft, the replies log. Out: claims and checks.
"""
