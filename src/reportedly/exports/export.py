"""`export()`: the one way out, for every form."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime

from reportedly.exports.acled import write_acled
from reportedly.exports.annotations import write_annotations
from reportedly.exports.facts import Reading
from reportedly.exports.geojson import write_geojson
from reportedly.exports.job import Job, Tally, readings
from reportedly.exports.nouns import Chosen, Form, Manifest, Target
from reportedly.exports.output import check, described, folder_for, paths_of, written
from reportedly.exports.plover import write_plover
from reportedly.exports.polecat import write_polecat
from reportedly.exports.provenance import write_provenance
from reportedly.exports.records import write_records
from reportedly.exports.tables import write_csv, write_parquet
from reportedly.version import VERSION

WRITERS: dict[Form, Callable[[Iterator[Reading], Job], None]] = {
    "parquet": write_parquet,
    "csv": write_csv,
    "jsonl": write_records,
    "plover": write_plover,
    "polecat": write_polecat,
    "acled": write_acled,
    "geojson": write_geojson,
    "webannotation": write_annotations,
    "prov": write_provenance,
}
CREDIT = "Ids and coordinates of places are from GeoNames (https://www.geonames.org), CC BY 4.0."


def export(form: Form, chosen: Iterable[Chosen], target: Target) -> Manifest:
    """Write articles in a form, one at a time: what is in memory does not grow with their number.

    Files get their names once they are whole, then the manifest is written beside them. RunError where the path
    cannot be written or files stand there already (and `target.force` is not set).
    """
    check(form, target)
    *paths, manifest_path = paths_of(form, target.path)
    tally, made = Tally(), datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    with folder_for(form, target.path):
        with written(paths) as files:
            WRITERS[form](readings(chosen, tally), Job(files, target, tally, made))
        manifest = Manifest(
            form=form,
            reportedly=VERSION,
            made=made,
            query=dict(target.query),
            options={name: getattr(target, name) for name in ("include_unrealised", "raw_csv", "future_as_agree")},
            articles=tally.articles,
            statements=tally.statements,
            events=tally.events,
            left_out=dict(sorted(tally.left_out.items())),
            runs=tally.runs_used(),
            files=tuple(described(path) for path in paths),
            credit=CREDIT,
        )
        with written([manifest_path]) as (file,):
            file.write(json.dumps(manifest.to_json(), indent=1, ensure_ascii=False).encode() + b"\n")
    return manifest
