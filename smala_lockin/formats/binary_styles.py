"""Which styles of an .xlsb workbook show numbers as days or times.

Source: [MS-XLSB] 2.4.658 (formats), 2.4.822 (styles of cells); ECMA-376 part 1, 18.8.30 (built-in
formats).
"""

import re
import struct
import zipfile

from smala_lockin.formats.binary_records import records
from smala_lockin.formats.workbook_parts import MAX_PART_BYTES

_STYLES = "xl/styles.bin"
_FORMAT, _STYLE = 44, 47
_BEGIN_STYLES, _END_STYLES = 0x04E9, 0x04EA
_BUILT_IN = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
_NO_CODE = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_OF_TIME = re.compile(r"[dmyhs]", re.IGNORECASE)


def day_styles(archive: zipfile.ZipFile) -> frozenset[int]:
    """Return the numbers of the styles that show days or times; none where there are no styles."""
    if _STYLES not in archive.namelist():
        return frozenset()
    with archive.open(_STYLES) as file:
        styles = file.read(MAX_PART_BYTES)
    formats = set(_BUILT_IN)
    found: list[int] = []
    is_of_cells = False
    for one in records(styles):
        if one.kind == _FORMAT:
            number, length = struct.unpack_from("<HI", styles, one.content)
            code = styles[one.content + 6 : one.content + 6 + 2 * length]
            if shows_time(code.decode("utf-16-le", errors="replace")):
                formats.add(number)
        elif one.kind in (_BEGIN_STYLES, _END_STYLES):
            is_of_cells = one.kind == _BEGIN_STYLES
        elif one.kind == _STYLE and is_of_cells:
            found.append(struct.unpack_from("<H", styles, one.content + 2)[0])
    return frozenset(style for style, number in enumerate(found) if number in formats)


def shows_time(code: str) -> bool:
    """Whether a format of numbers writes days or times: "dd/mm/yyyy", not "0.00" or "[Red]0"."""
    return bool(_OF_TIME.search(_NO_CODE.sub("", code)))
