"""One run of `audit fetch` as people and programs want it, from the rows of its report.

    lines     a row in the words and order of a table
    junit     JUnit XML, case by case
    sheets    a workbook by department: what is wrong, since when, how to mend it
    page      a Chinese HTML page: one file, for screens, phones and paper
    picture   the trend of the last runs as SVG
    chat      one line
    schema    the JSON report as a declaration (publishing/fetch-report.schema.json)

Pure; `commands/bundle` writes the files.
"""
