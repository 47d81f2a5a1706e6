import { LuaFactory, LuaMultiReturn } from "wasmoon";

import type { Answer, Exchange } from "./exchange.ts";
import { createPdk } from "./pdk.ts";

/** The request that the running Lua is about; Lua never waits, so there is one at a time. */
export type Scene = { exchange: Exchange; answer: Answer | undefined };
/** Loads a chunk that returns a function, and runs that function once per request. */
export type Lua = { compile: (chunk: string) => (scene: Scene) => void };

const prepare = `
  package.path, package.cpath = "", ""
  package.preload["cjson.safe"] = function() return { decode = host.decode } end
  package.preload["edge"] = assert(load(host.edge, "=edge.lua"))
  kong, ngx = host.kong, host.ngx
  kong.ctx.plugin = setmetatable({}, {
    __index = function(_, name) return host.recall(name) end,
    __newindex = function(_, name, value) host.note(name, value) end,
  })
`;

/** Lua as Kong runs it, with the one module that a chunk may require. */
export const createLua = async (edge: string): Promise<Lua> => {
  const engine = await new LuaFactory().createEngine({ enableProxy: false });
  const scene: { current: Scene | undefined } = { current: undefined };
  const pdk = createPdk(() => {
    if (!scene.current) throw new Error("Lua ran outside of a request");
    return scene.current;
  }, LuaMultiReturn);
  engine.global.set("host", { ...pdk, edge });
  engine.doStringSync(prepare);

  return {
    compile: (chunk) => {
      const run: unknown = engine.doStringSync(chunk);
      if (typeof run !== "function")
        throw new Error(`The local gateway runs functions only; not a function: ${chunk}`);
      return (given) => {
        scene.current = given;
        try {
          run();
        } catch (error) {
          // kong.response.exit never returns: it has set the answer and left by this way.
          if (!given.exchange.answer || given.answer) throw error;
        } finally {
          scene.current = undefined;
        }
      };
    },
  };
};
