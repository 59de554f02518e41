"""网络检索佐证: pictures of addresses, filed by indicator and year, with a manifest. All pure.

    filing     what to capture, and where each file goes
    manifest   what was captured, as CSV, JSON and for sha256sum

The browser that captures is `audit/observe/capture`.
"""
