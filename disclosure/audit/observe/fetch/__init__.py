"""Looking at addresses over the network: one honest GET each, politely, within limits.

limits    how much, how often, how long
client    one GET -> Answer; never raises, every fault has a reason code
reception an answer whose body is coming in, and what may go wrong on the way
lenient   a second look, with the standard library, at what the strict parser refuses
tls       what is wrong with a certificate, in a code and in words
body      a streamed body: decompressed, hashed, bounded, on disk when large
polite    per host: requests at once, seconds between, Retry-After, back-off
host      what a host says: robots.txt, a random address, its home page
papers    attachments: type, wholeness, words, addresses inside a PDF
looking   an address -> Sighting: redirects, refreshes, scripts, frames
rounds    many addresses, hosts in parallel, a second round for what failed
selftest, planted, loopback   faults on this machine, each of which must be found
journal   what has been concluded, on disk at once; an interrupted run resumes from it
"""
