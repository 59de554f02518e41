"""Addresses that are not ours: what to ask for, what to think of what was seen. All pure.

    asking      lists, live pages and data rows -> Asked (address, expectation, who carries it)
    written     an address as written -> what to request, or what is wrong with its form
    charset, reading   bytes of a foreign page -> Page
    expect      must these words appear? after normalisation
    phrases     what soft 404s, guards, login walls and placeholders say
    engines     robots.txt as search engines take it
    sighting    what was seen of an address: the one record that is judged
    judge       (Sighting, Asked) -> findings
    result      a row of the report
    history     the seam for what is remembered between runs

The network side is `audit/observe/fetch`.
"""
