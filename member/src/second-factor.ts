import { randomInt } from "node:crypto";

import type { Db } from "@jangteo/shared/database";
import { AppError, invalidField } from "@jangteo/shared/problem";
import {
  recoveryCodes,
  secondFactorEnrolments as enrolments,
  secondFactors,
} from "@jangteo/shared/schema/member";
import { and, count, eq, gt, lt } from "drizzle-orm";

import { announce } from "./audit.ts";
import { findEnrolledAt, hasPasskey } from "./factors.ts";
import { findMember, lockMember } from "./members.ts";
import type { Sealing } from "./sealing.ts";
import { newSecret, otpauthUri, stepOf } from "./totp.ts";

const expiresIn = 600;
const codes = 10;
/** Crockford's Base32: no letter looks like another. */
const signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

const plain = (code: string) => code.replaceAll(/[ -]/g, "");
const read = (code: string) =>
  plain(code).toUpperCase().replaceAll("O", "0").replaceAll(/[IL]/g, "1");

const drawCode = () => {
  const drawn = Array.from({ length: 10 }, () => signs[randomInt(signs.length)]).join("");
  return `${drawn.slice(0, 5)}-${drawn.slice(5)}`;
};

const countCodes = async (db: Db, memberId: string) => {
  const [left] = await db
    .select({ number: count() })
    .from(recoveryCodes)
    .where(eq(recoveryCodes.memberId, memberId));
  return left?.number ?? 0;
};

export const findSecondFactor = async (db: Db, memberId: string) => {
  await findMember(db, memberId);
  const enrolledAt = await findEnrolledAt(db, memberId);
  return { enrolled: enrolledAt !== null, recoveryCodesLeft: await countCodes(db, memberId) };
};

/** Draws a secret. It takes the place of one that was not confirmed, and changes nothing else. */
export const enrol = async (db: Db, sealing: Sealing, memberId: string, now: Date) => {
  const { email } = await findMember(db, memberId);
  const secret = newSecret();
  const drawn = {
    sealedSecret: sealing.seal(secret, memberId),
    expiresAt: new Date(now.getTime() + expiresIn * 1000),
  };
  await db
    .insert(enrolments)
    .values({ memberId, ...drawn })
    .onConflictDoUpdate({ target: enrolments.memberId, set: drawn });
  return { secret, otpauthUri: otpauthUri(secret, email), expiresIn };
};

const drawCodes = async (db: Db, sealing: Sealing, memberId: string) => {
  const drawn = Array.from({ length: codes }, drawCode);
  await db.delete(recoveryCodes).where(eq(recoveryCodes.memberId, memberId));
  await db
    .insert(recoveryCodes)
    .values(drawn.map((code) => ({ memberId, codeHash: sealing.digest(read(code), memberId) })));
  return { recoveryCodes: drawn };
};

/** The first code of the app enrols it. That code is used up. */
export const confirm = (db: Db, sealing: Sealing, memberId: string, code: string, now: Date) =>
  db.transaction(async (tx) => {
    await lockMember(tx, memberId);
    const [waiting] = await tx
      .select()
      .from(enrolments)
      .where(and(eq(enrolments.memberId, memberId), gt(enrolments.expiresAt, now)));
    if (!waiting) throw new AppError("conflict", "No enrolment waits for a code; begin again");
    const { sealedSecret } = waiting;
    const lastStep = stepOf(sealing.open(sealedSecret, memberId), plain(code), now);
    if (lastStep === undefined) throw invalidField("/code", "wrong", "The code is not right");
    await tx.delete(enrolments).where(eq(enrolments.memberId, memberId));
    const enrolled = { sealedSecret, lastStep, enrolledAt: now };
    await tx
      .insert(secondFactors)
      .values({ memberId, ...enrolled })
      .onConflictDoUpdate({ target: secondFactors.memberId, set: enrolled });
    await announce(tx, "member.second_factor_enabled", { memberId });
    return drawCodes(tx, sealing, memberId);
  });

export const replaceRecoveryCodes = (db: Db, sealing: Sealing, memberId: string) =>
  db.transaction(async (tx) => {
    await lockMember(tx, memberId);
    if (!(await findEnrolledAt(tx, memberId)))
      throw new AppError("conflict", "No authenticator app is enrolled");
    await announce(tx, "member.recovery_codes_replaced", { memberId });
    return drawCodes(tx, sealing, memberId);
  });

export const disable = (db: Db, memberId: string) =>
  db.transaction(async (tx) => {
    const { roles } = await lockMember(tx, memberId);
    if (roles.length > 0 && !(await hasPasskey(tx, memberId)))
      throw new AppError("forbidden", "Staff keep a second factor");
    const [removed] = await tx
      .delete(secondFactors)
      .where(eq(secondFactors.memberId, memberId))
      .returning({ memberId: secondFactors.memberId });
    if (!removed) throw new AppError("not_found", "No authenticator app is enrolled");
    await tx.delete(recoveryCodes).where(eq(recoveryCodes.memberId, memberId));
    await announce(tx, "member.second_factor_disabled", { memberId });
  });

const acceptTotp = async (db: Db, sealing: Sealing, memberId: string, code: string, now: Date) => {
  const mine = eq(secondFactors.memberId, memberId);
  const [factor] = await db.select().from(secondFactors).where(mine);
  const step = factor && stepOf(sealing.open(factor.sealedSecret, memberId), code, now);
  if (step === undefined) return false;
  const taken = await db
    .update(secondFactors)
    .set({ lastStep: step })
    .where(and(mine, lt(secondFactors.lastStep, step)))
    .returning({ step: secondFactors.lastStep });
  return taken.length === 1;
};

const acceptRecoveryCode = (db: Db, sealing: Sealing, memberId: string, code: string) =>
  db.transaction(async (tx) => {
    const codeHash = sealing.digest(read(code), memberId);
    const taken = await tx
      .delete(recoveryCodes)
      .where(and(eq(recoveryCodes.memberId, memberId), eq(recoveryCodes.codeHash, codeHash)))
      .returning({ codeHash: recoveryCodes.codeHash });
    if (taken.length === 0) return false;
    await announce(tx, "member.recovery_code_used", { memberId });
    return true;
  });

/** Takes a code of the app or a recovery code, each once, also when it comes twice at a time. */
export const verify = async (
  db: Db,
  sealing: Sealing,
  memberId: string,
  code: string,
  now: Date,
): Promise<{ method: "totp" | "recovery_code" }> => {
  const isTotp = /^\d{6}$/.test(plain(code));
  const right = isTotp
    ? await acceptTotp(db, sealing, memberId, plain(code), now)
    : await acceptRecoveryCode(db, sealing, memberId, code);
  if (!right) throw new AppError("not_found", "No such code");
  return { method: isTotp ? "totp" : "recovery_code" };
};
