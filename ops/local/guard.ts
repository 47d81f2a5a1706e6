import { forgetChildren, readChildren, stopChildren } from "./children.ts";
import { folderAt } from "./folder.ts";
import { ownerOf, releaseLock } from "./lock.ts";

// Its input is a pipe that only the start command holds: the end of it means that the command is
// gone, however it went, so whatever it left running is stopped here.
const folder = folderAt(process.argv[2] ?? "");
const owner = ownerOf(folder);

const cleanUp = async (): Promise<void> => {
  const children = readChildren(folder);
  const successor = ownerOf(folder);
  if (successor && successor.pid !== owner?.pid) return;
  await stopChildren(children);
  if (!ownerOf(folder)) forgetChildren(folder);
  releaseLock(folder, owner);
};

process.stdin.resume().once("end", () => void cleanUp().finally(() => process.exit(0)));
