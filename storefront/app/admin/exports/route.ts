import { exportFile } from "../../../domains/admin/files";

export const dynamic = "force-dynamic";

export { exportFile as GET };
