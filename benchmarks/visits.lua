-- Visits the addresses of a file in turn and says at the end how it went, for visitors.py to read.
local paths = {}
for line in io.lines(os.getenv("VISITED")) do paths[#paths + 1] = line end
local visit = 0
-- Each thread runs its own copy: they begin at different places.
function init() math.randomseed(os.time() + tonumber(tostring({}):sub(8), 16) % 100000); visit = math.random(#paths) end
function request() visit = visit % #paths + 1; return wrk.format("GET", paths[visit]) end
function done(summary, latency)
  local failed = summary.errors.status + summary.errors.read + summary.errors.timeout + summary.errors.connect
  print(string.format("RESULT %d %d %d %.1f %.1f %.1f", summary.requests, summary.duration, failed,
    latency:percentile(50) / 1000, latency:percentile(95) / 1000, latency:percentile(99) / 1000))
end
