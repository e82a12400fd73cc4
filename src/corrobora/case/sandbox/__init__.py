"""The cage: untrusted bytes are read in a confined child that can be killed.

In: a `Task` (a function of bytes and options), the bytes, `Limits`. Out: the task's answer, checked against its type,
or an
`UnreadableError`. A zygote with everything imported forks one child for each call; the child gives up files, network,
other
processes and then looks at the bytes. `Outcome.level` says how far that went: "strict" (system calls filtered, files
and network
shut), "limits" (own process with limits only), "none" (inside this process).
"""

from corrobora.case.sandbox.budget import Budget, zip_excess
from corrobora.case.sandbox.cage import Limits, Outcome, Sandbox, Task, level

__all__ = ["Budget", "Limits", "Outcome", "Sandbox", "Task", "level", "zip_excess"]
