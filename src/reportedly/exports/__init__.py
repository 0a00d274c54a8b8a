"""What the ledger holds, in the formats of others: tables, event data, maps, annotations, provenance."""

from reportedly.exports.export import export
from reportedly.exports.nouns import FORMS, Chosen, Exported, Form, Manifest, RunUsed, Target

__all__ = ["FORMS", "Chosen", "Exported", "Form", "Manifest", "RunUsed", "Target", "export"]
