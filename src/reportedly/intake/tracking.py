"""Parameters of addresses that say how a reader came to a page, not which page it is."""

from __future__ import annotations

TRACKING = frozenset(
    {
        "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "ysclid", "twclid", "ttclid",
        "li_fat_id", "igshid", "igsh", "mc_cid", "mc_eid", "mkt_tok", "_hsenc", "_hsmi", "vero_id", "vero_conv",
        "oly_anon_id", "oly_enc_id", "fb_action_ids", "fb_action_types", "fb_source", "s_cid", "cmpid", "ocid", "smid",
        "smtyp", "xtor", "guccounter", "guce_referrer", "guce_referrer_sig", "__twitter_impression", "__tn__", "_ga",
        "_gl", "spm",
    }
)  # fmt: skip
"""Parameters that say how a reader came to the page. Only names that no site is known to choose an article by: `id`,
`p`, `ref` and `source` may do so, and stay. (courlan's list drops whatever begins with "ga", "gl" or "ref".)"""

TRACKING_FAMILIES = ("utm_", "mtm_", "pk_", "itm_", "hsa_", "at_custom", "at_campaign", "at_medium", "at_bbc")


def is_tracking(name: str) -> bool:
    """True for the name of a parameter that chooses no page.

    >>> is_tracking("utm_source"), is_tracking("id")
    (True, False)
    """
    name = name.lower()
    return name in TRACKING or name.startswith(TRACKING_FAMILIES)
