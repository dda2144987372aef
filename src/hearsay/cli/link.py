"""`hearsay link`: copies, stories, claims and origins of everything that the ledger holds."""

from hearsay.cli.options import LinkOptions
from hearsay.cli.outcomes import Outcome, command
from hearsay.cli.output import print_json, tell, watch_work
from hearsay.cli.show import open_existing


@command(LinkOptions)
def link(options: LinkOptions) -> Outcome:
    """Link what the ledger holds: which reports are copies, what is one story, what is one claim, who stands behind it.

    **Examples**

    - `hearsay link`
    - `hearsay link && hearsay show claims`

    Linking again does nothing unless reports or judgements have come. Judgements outrank every score.
    """
    from hearsay.linking import link as link_ledger

    with open_existing(options.ledger, read_only=False) as ledger:
        summary = link_ledger(ledger, watch_work, again=options.again)
        path = ledger.path
    if options.json:
        print_json(summary)
    elif not summary.is_new:
        tell(f"nothing new to link in {path}; --again links it all the same")
    else:
        counts = ((summary.reports, "reports"), (summary.copies, "copies and credits"), (summary.stories, "stories"))
        more = ((summary.claims, "claims"), (summary.possible, "possible links waiting for a judgement"))
        tell(" · ".join(f"{number} {what}" for number, what in (*counts, *more)) + f" · ledger {path}")
    return Outcome.WELL
