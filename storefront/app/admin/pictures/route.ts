import { uploadPicture } from "../../../domains/admin/files";

export const dynamic = "force-dynamic";

export { uploadPicture as POST };
