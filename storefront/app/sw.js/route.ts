import { workerScript } from "../../domains/installed/worker-script";
import { workerPolicy } from "../../lib/content-policy";

export const dynamic = "force-dynamic";

/** The worker that keeps visited pages; browsers ask for it anew and compare it byte by byte. */
export const GET = async () =>
  new Response(await workerScript(), {
    headers: {
      "content-type": "text/javascript; charset=utf-8",
      "cache-control": "no-cache",
      "content-security-policy": workerPolicy,
    },
  });
