"""Addresses that are not ours: what to ask for, what to think of what was seen. All pure.

    asking      lists and live pages -> Asked (address, expectation, who carries it)
    official    the official addresses of the data -> Asked
    written     an address as written -> what to request, or what is wrong with its form
    charset, reading   bytes of a foreign page -> Page
    bare        places of a template that were filled with nothing
    furniture   footers, labels, dates: what of a page is its own
    cookies     what is set on the way to one address
    expect      must these words appear? after normalisation
    phrases     what soft 404s, guards, login walls and placeholders say
    engines     robots.txt as search engines take it
    sighting    what was seen of an address: the one record that is judged
    judge       (Sighting, Asked) -> findings
    result      a row of the report
    history     the seam for what is remembered between runs

The network side is `audit/observe/fetch`.
"""
