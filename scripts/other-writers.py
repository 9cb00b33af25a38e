"""Writes a folder of .xlsx workbooks again by another library: python3 other-writers.py openpyxl|xlwt FROM TO (see other-writers.mjs)."""

import datetime
import os
import sys

import openpyxl


def again(path, target):
    openpyxl.load_workbook(path).save(target)


def old(path, target):
    import xlwt

    book = xlwt.Workbook(encoding="utf-8")
    dates = {
        datetime.datetime: xlwt.easyxf(num_format_str="yyyy-mm-dd hh:mm:ss"),
        datetime.date: xlwt.easyxf(num_format_str="yyyy-mm-dd"),
    }
    for sheet in openpyxl.load_workbook(path).worksheets:
        written = book.add_sheet(sheet.title)
        for cells in sheet.iter_rows():
            for cell in cells:
                if cell.value is None:
                    continue
                style = dates.get(type(cell.value))
                at = (cell.row - 1, cell.column - 1, cell.value)
                if style:
                    written.write(*at, style)
                elif cell.number_format.endswith("%"):
                    written.write(*at, xlwt.easyxf(num_format_str=cell.number_format))
                else:
                    written.write(*at)
    book.save(target)


writer, source, folder = sys.argv[1:]
os.makedirs(folder, exist_ok=True)
for name in sorted(os.listdir(source)):
    stem = os.path.splitext(name)[0]
    path = os.path.join(source, name)
    if writer == "openpyxl":
        again(path, os.path.join(folder, stem + ".xlsx"))
    else:
        old(path, os.path.join(folder, stem + ".xls"))
