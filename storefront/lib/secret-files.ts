import process from "node:process";

import { valueOf } from "@jangteo/shared/env-files";

/** Next compiles what reads the environment for runtimes without files too, so the server reads them, before that. */
for (const name of ["REDIS_URL", "STOREFRONT_CLIENT_SECRET", "SESSION_SECRET"]) {
  const value = valueOf(process.env, name);
  delete process.env[`${name}_FILE`];
  if (value !== undefined) process.env[name] = value;
}
