"""What a data clerk with Python would write: reads the files of a folder as strings and joins the roster with four extracts by ID number."""
import sys
from pathlib import Path

import pandas as pd

ID = ["证件号码", "身份证号", "身份证号码", "权利人证件号码", "公民身份号码", "身份证件号码"]


def id_column(frame):
    """The first column of the frame's header that looks like an ID number's."""
    return next((name for name in frame.columns if str(name).strip() in ID or "证件号" in str(name) or "身份证" in str(name)), None)


def with_header(rows):
    """The frame below the first row in which an ID column stands."""
    for at in range(min(10, len(rows))):
        names = [str(value).strip() for value in rows.iloc[at]]
        if any("证件号" in name or "身份证" in name for name in names):
            frame = rows.iloc[at + 1 :].copy()
            frame.columns = names
            return frame
    return rows


def read(path):
    if path.suffix == ".xlsx":
        sheets = pd.read_excel(path, sheet_name=None, header=None, dtype=str)
        return pd.concat([with_header(sheet) for sheet in sheets.values()], ignore_index=True)
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            width = max(line.count(",") for line, _ in zip(open(path, encoding=encoding), range(20))) + 1
            return with_header(pd.read_csv(path, header=None, names=range(width), dtype=str, encoding=encoding, on_bad_lines="skip"))
        except UnicodeDecodeError:
            continue
    raise SystemExit(f"cannot read {path.name}")


frames = {path.name: read(path) for path in sorted(Path(sys.argv[1]).iterdir()) if path.suffix in (".csv", ".xlsx")}
roster = next(frame for name, frame in frames.items() if name.startswith("建档立卡贫困人口信息"))
own = id_column(roster)
found = 0
for word in ("机动车", "房产", "财政供养", "职工养老"):
    extract = next(frame for name, frame in frames.items() if word in name)
    found += len(roster.merge(extract, left_on=own, right_on=id_column(extract), how="inner"))
print(found)
