import type { Board } from "./board.ts";
import { overview } from "./overview.ts";
import { service } from "./service.ts";
import { funnel, gateway } from "./shop.ts";
import { stores } from "./stores.ts";

export const boards: readonly Board[] = [overview, service, funnel, gateway, stores];
