import { importFile } from "../../../domains/admin/files";

export const dynamic = "force-dynamic";

export { importFile as POST };
