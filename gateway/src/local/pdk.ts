import type { LuaMultiReturn } from "wasmoon";

import { exit, type Exchange } from "./exchange.ts";
import type { Scene } from "./lua.ts";
import { readQuery, writeQuery, type Query } from "./target.ts";

type Values = string | readonly string[] | true;

/** No Lua value here is null: wasmoon would make it a userdata that is not nil. */
const nothing = undefined;

const decodeBase64 = (text: string) => {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.length % 4 !== 0) return nothing;
  const decoded = Buffer.from(text, "base64").toString();
  return decoded.includes("\0") ? nothing : decoded;
};

/** Deep values are cut off: Lua's stack takes few levels, and no rule looks below a list in an object. */
const shallow = (value: unknown, depth = 2): unknown => {
  if (typeof value !== "object") return value;
  if (value === null || depth === 0) return false;
  if (Array.isArray(value)) return value.map((one) => shallow(one, depth - 1));
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, shallow(v, depth - 1)]));
};

const decode = (text: string) => {
  try {
    return shallow(JSON.parse(text));
  } catch {
    return nothing;
  }
};

/** The part of Kong's plugin development kit that `edge.lua` uses, about the request at hand. */
export const createPdk = (scene: () => Scene, Multi: typeof LuaMultiReturn) => {
  const inbound = () => scene().exchange.headers;
  const outbound = () => {
    const { answer } = scene();
    if (!answer) throw new Error("kong.response is readable once there is an answer");
    return answer;
  };

  const getHeaders = (max: number) => {
    const lines = inbound()
      .entries()
      .flatMap(([name, values]) => values.map((value) => [name.toLowerCase(), value] as const));
    const found: Record<string, string | string[]> = {};
    for (const [name, value] of lines.slice(0, max)) {
      const seen = found[name];
      found[name] = seen === undefined ? value : [seen, value].flat();
    }
    return lines.length > max ? Multi.from([found, "truncated"]) : found;
  };

  const leave = (status: number, _body: unknown, headers?: Record<string, string> | null) => {
    exit(scene().exchange, status, headers ?? {});
    throw new Error("exit");
  };

  const kong = {
    client: { get_ip: () => scene().exchange.peer.address },
    ip: {
      is_trusted: (address: string) => {
        const { peer } = scene().exchange;
        return peer.trusted && peer.address === address;
      },
    },
    request: {
      get_headers: getHeaders,
      get_header: (name: string) => inbound().get(name),
      get_query: (max?: number) => readQuery(scene().exchange.query, max),
    },
    service: {
      request: {
        set_header: (name: string, value: string) => inbound().set(name, value),
        clear_header: (name: string) => inbound().remove(name),
        set_query: (query: Query) => {
          const written = writeQuery(query);
          scene().exchange.query = written === "" ? undefined : written;
        },
      },
    },
    response: {
      exit: leave,
      get_status: () => outbound().status,
      get_source: () => outbound().source,
      get_header: (name: string) => outbound().headers.get(name),
      set_header: (name: string, value: Values | number) =>
        outbound().headers.set(name, String(value)),
      clear_header: (name: string) => outbound().headers.remove(name),
      set_raw_body: (body: string) => {
        outbound().body = Buffer.from(body);
      },
    },
    ctx: {},
  };
  const notes = new WeakMap<Exchange, Map<string, unknown>>();
  /** What `kong.ctx.plugin` holds for this request. */
  const recall = (name: string) => notes.get(scene().exchange)?.get(name);
  const note = (name: string, value: unknown) => {
    const held = notes.get(scene().exchange) ?? new Map<string, unknown>();
    notes.set(scene().exchange, held.set(name, value));
  };
  return { kong, ngx: { decode_base64: decodeBase64 }, decode, recall, note };
};
