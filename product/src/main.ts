import { connect } from "@jangteo/shared/database";
import { createLog } from "@jangteo/shared/log";
import { serve } from "@jangteo/shared/serve";

import { createApp } from "./app.ts";
import { env } from "./env.ts";

const log = createLog("product");
const db = connect(env.DATABASE_URL);

serve({
  name: "product",
  fetch: createApp({ db, log }).fetch,
  port: env.PORT,
  hostname: env.HOST,
  log,
  close: () => db.$client.end({ timeout: 5 }),
});
