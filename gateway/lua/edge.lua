-- What Kong's own plugins cannot express. Plain Lua, 5.1 to 5.4, on kong.*, ngx.decode_base64 and cjson.safe:
-- Kong and the local gateway run this same file. A refusal has no body here; edge.problem writes it.
local json = require "cjson.safe"

local edge = {}

local function refuse(status, challenge)
  return kong.response.exit(status, nil, challenge and { ["WWW-Authenticate"] = challenge })
end

-- Header names that only the gateway may set, or that a framework may take for the method, the path or the user.
local forged = {
  "^x%-consumer%-", "^x%-credential%-", "^x%-anonymous%-", "^x%-authenticated%-", "^x%-user%-",
  "^x%-http%-method", "^x%-method%-override$", "^x%-original%-", "^x%-rewrite%-", "_",
}
local connection_tokens = { ["keep-alive"] = true, close = true, upgrade = true }

local function is_request_id(id)
  return type(id) == "string" and #id >= 8 and #id <= 64 and id:find("^[%w-]+$") ~= nil
end

--- Drops forged headers; refuses header floods and Connection tokens it does not know.
local function clean()
  local headers, truncated = kong.request.get_headers(100)
  if truncated then return refuse(431) end
  for name in pairs(headers) do
    for _, pattern in ipairs(forged) do
      if name:find(pattern) then kong.service.request.clear_header(name) end
    end
  end
  -- Kong drops each header that Connection names, even one it has just set.
  local connection = headers["connection"] or ""
  if type(connection) == "table" then connection = table.concat(connection, ",") end
  for token in connection:lower():gmatch("[^%s,]+") do
    if not connection_tokens[token] then return refuse(400) end
  end
  -- A stranger neither has requests traced nor makes them part of another trace.
  if headers["traceparent"] and not kong.ip.is_trusted(kong.client.get_ip()) then
    kong.service.request.clear_header("traceparent")
  end
  if not is_request_id(headers["x-request-id"]) then kong.service.request.clear_header("X-Request-Id") end
  return headers
end

--- Every route that takes no token. Before request-size-limiting refuses a body of unknown length, it reads up to
--- all that nginx takes; nobody may make it do so without a token.
function edge.clean()
  local headers = clean()
  if headers["transfer-encoding"] then return refuse(411) end
  return headers
end

local function object(part)
  local text = ngx.decode_base64((part:gsub("[-_]", { ["-"] = "+", _ = "/" })) .. ("="):rep(-#part % 4))
  local value = text and json.decode(text)
  return type(value) == "table" and value or {}
end

local function includes(audience, wanted)
  if type(audience) ~= "table" then return audience == wanted end
  for _, one in ipairs(audience) do
    if one == wanted then return true end
  end
  return false
end

--- Private routes: one well-formed access token (RFC 9068), from our issuer and for us. jwt then verifies the
--- same bytes (signature, exp, nbf), so X-User-Id is proven by the time rate-limiting counts by it.
function edge.bearer(expected)
  return function()
    local authorization = clean()["authorization"]
    if not authorization then return refuse(401, "Bearer") end
    authorization = type(authorization) == "string" and #authorization <= 4096 and authorization or ""
    local head, body, signature = authorization:match("^Bearer ([%w_-]+)%.([%w_-]+)%.([%w_-]+)$")
    local header, claims = object(head or ""), object(body or "")
    local sub = type(claims.sub) == "string" and claims.sub or ""
    if not (head and #signature == 86
      and header.alg == "EdDSA" and header.typ == "at+jwt" and type(header.kid) == "string" and #header.kid == 43
      and claims.kid == nil -- jwt would prefer it to the header's
      and claims.iss == expected.issuer and includes(claims.aud, expected.audience)
      and #sub <= 64 and sub:find("^[%w:-]+$")) then
      return refuse(401, 'Bearer error="invalid_token"')
    end
    kong.service.request.set_header("X-User-Id", sub)
  end
end

-- What may reach a cached service besides the path, the query and the two headers that the cache varies by.
local harmless = {
  host = true, ["user-agent"] = true, ["x-request-id"] = true, traceparent = true, connection = true,
  ["content-length"] = true, ["if-none-match"] = true,
  origin = true, -- cors reads it on the way out
  ["x-forwarded-for"] = true, ["x-forwarded-proto"] = true, ["x-forwarded-host"] = true, ["x-forwarded-port"] = true,
}

local function allowed(list, value)
  for _, one in ipairs(list) do
    if value == one then return one end
  end
  return list[1]
end

--- Cached public routes: the service sees only what the cache key holds, and a key can be read in one way only.
--- proxy-cache joins the parts with ":" and "|" unescaped, so a value with one of these goes round the cache.
function edge.catalogue(rule)
  local known = {}
  for _, name in ipairs(rule.query) do known[name] = true end
  return function()
    local headers, request = edge.clean(), kong.service.request
    for name in pairs(headers) do
      if not harmless[name] then request.clear_header(name) end
    end
    local language = headers["accept-language"]
    request.set_header("Accept-Language", allowed(rule.languages, type(language) == "string" and language:sub(1, 2):lower()))
    request.set_header("X-Currency", allowed(rule.currencies, headers["x-currency"]))
    local query = {}
    -- A hundred ids and what goes with them; by default Kong reads a hundred values and drops the rest.
    for name, value in pairs(kong.request.get_query(200)) do
      if known[name] then
        query[name] = value
        if type(value) ~= "string" or value:find("[:|]") then request.set_header("Cache-Control", "no-store") end
      end
    end
    request.set_query(query)
  end
end

--- Cached routes, header_filter: what proxy-cache is about to store belongs to nobody.
function edge.anonymous()
  kong.response.clear_header("Set-Cookie")
end

local problems = {
  [400] = { "invalid", "The request is malformed" },
  [401] = { "unauthenticated", "Sign in first" },
  [404] = { "not_found", "No such resource" },
  [411] = { "invalid", "The request needs a length" },
  [413] = { "too_large", "The request is too large" },
  [417] = { "too_large", "The request is too large" },
  [429] = { "rate_limited", "Too many requests" },
  [431] = { "invalid", "Too many headers" },
  [501] = { "invalid", "The request is malformed" },
}

--- Every route, header_filter: what the gateway itself refuses becomes problem details (RFC 9457).
function edge.problem()
  local status = kong.response.get_status()
  if status < 400 or kong.response.get_source() == "service" then return end
  local problem = problems[status] or (status < 500 and problems[400]) or { "unavailable", "Try again later" }
  local id = kong.response.get_header("X-Request-Id") -- unchecked so far when no route matched
  if not is_request_id(id) then
    id = ""
    kong.response.clear_header("X-Request-Id")
  end
  local trace = kong.request.get_header("traceparent") or ""
  local body = ('{"type":"about:blank","code":"%s","title":"%s","status":%d,"requestId":"%s","traceId":"%s"}')
    :format(problem[1], problem[2], status, id, trace:match("^00%-(" .. ("%x"):rep(32) .. ")%-") or "")
  kong.ctx.plugin.problem = body
  kong.response.set_header("Content-Type", "application/problem+json")
  kong.response.set_header("Content-Length", #body)
  if status == 429 and not kong.response.get_header("Retry-After") then -- nginx's own limit per address
    kong.response.set_header("Retry-After", "1")
  end
end

--- Every route, body_filter: the body that goes with it.
function edge.problem_body()
  local body = kong.ctx.plugin.problem
  if body then kong.response.set_raw_body(body) end
end

return edge
