"""Writes the workbooks of samples/dirty that other programs made (python3 make-xls.py FOLDER):
Excel97-2003.xls with xlwt 1.3.0, 打开密码.xls from it with LibreOffice 7.4 (which must have python3-uno), and 打开密码.xlsx from the same
cells with openpyxl 3.1 and msoffcrypto-tool 6.1.

Run again it gives the same cells, not the same bytes: those that are checked in are kept.
"""
import datetime
import io
import os
import subprocess
import sys
import tempfile

import openpyxl
import xlwt
from msoffcrypto.format.ooxml import OOXMLFile

PEOPLE = [
    ('马得山', '62990119650312001'),
    ('王秀兰', '62990119680725002'),
    ('李有福', '62990219720118003'),
    ('张玉梅', '62990219750930004'),
    ('陈志强', '62990319800214005'),
    ('杨桂花', '62990319831105006'),
]
WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]


def with_check_digit(body):
    return body + '10X98765432'[sum(int(digit) * weight for digit, weight in zip(body, WEIGHTS)) % 11]


def old_workbook(path):
    book = xlwt.Workbook(encoding='utf-8')
    sheet = book.add_sheet('村干部')
    sheet.write_merge(0, 0, 0, 5, '安平县村干部花名册')
    for column, name in enumerate(['姓名', '身份证号', '乡镇', '村', '职务', '任职时间']):
        sheet.write(1, column, name)
    day = xlwt.easyxf(num_format_str='yyyy/m/d')
    for at, (name, body) in enumerate(PEOPLE):
        row = at + 2
        sheet.write(row, 0, name)
        sheet.write(row, 1, with_check_digit(body))
        sheet.write(row, 2, '城关镇')
        sheet.write(row, 3, '东村' if at < 3 else '西村')
        sheet.write_rich_text(row, 4, ['村', ('主任', xlwt.easyfont('bold on'))])
        sheet.write(row, 5, datetime.date(2014, 1 + at, 15), day)
    # The row below was emptied; its formats have stayed.
    for column in range(6):
        sheet.write(8, column, None, day)
    sheet.write(9, 0, '制表人：周某')
    book.save(path)


LOCK = '''
import subprocess, sys, time, uno
from com.sun.star.beans import PropertyValue
def properties(**values):
    made = []
    for name, value in values.items():
        made.append(PropertyValue())
        made[-1].Name, made[-1].Value = name, value
    return tuple(made)
source, profile, target = sys.argv[1:]
pipe = 'pipe,name=hecha-dirty;urp;'
office = subprocess.Popen(['soffice', f'-env:UserInstallation=file://{profile}', '--headless', '--norestore', f'--accept={pipe}'])
local = uno.getComponentContext()
resolver = local.ServiceManager.createInstanceWithContext('com.sun.star.bridge.UnoUrlResolver', local)
for _ in range(200):
    try:
        remote = resolver.resolve(f'uno:{pipe}StarOffice.ComponentContext')
        break
    except Exception:
        time.sleep(0.3)
desktop = remote.ServiceManager.createInstanceWithContext('com.sun.star.frame.Desktop', remote)
document = desktop.loadComponentFromURL(f'file://{source}', '_blank', 0, properties(Hidden=True))
document.storeToURL(f'file://{target}', properties(FilterName='MS Excel 97', Password='hecha'))
document.close(True)
try:
    desktop.terminate()
except Exception:
    pass
office.wait(60)
'''


def locked_with_libreoffice(source, target):
    with tempfile.TemporaryDirectory() as folder:
        script = os.path.join(folder, 'lock.py')
        with open(script, 'w', encoding='utf-8') as file:
            file.write(LOCK)
        subprocess.run(['/usr/bin/python3', script, source, os.path.join(folder, 'profile'), target], check=True)


def locked_workbook(path):
    book = openpyxl.Workbook()
    book.active.append(['姓名', '身份证号', '任职时间'])
    for name, body in PEOPLE:
        book.active.append([name, with_check_digit(body), '2014-01-15'])
    plain = io.BytesIO()
    book.save(plain)
    with open(path, 'wb') as file:
        OOXMLFile(plain).encrypt('hecha', file)


folder = os.path.abspath(sys.argv[1])
book = os.path.join(folder, 'Excel97-2003.xls')
old_workbook(book)
locked_with_libreoffice(book, os.path.join(folder, '打开密码.xls'))
locked_workbook(os.path.join(folder, '打开密码.xlsx'))
