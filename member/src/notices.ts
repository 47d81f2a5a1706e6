import type { Language } from "@jangteo/shared/contract";
import { compose, greeting, type Words } from "@jangteo/shared/mail";

/** Letters about the safety of an account, in both languages. */
type Notice = Record<Language, Words>;

const notice = (words: Notice) => (language: Language, name: string, link?: string) => {
  const { lines, ...rest } = words[language];
  return compose({ ...rest, lines: [greeting[language](name), ...lines] }, link);
};

const notYou = {
  ko: "직접 하신 일이 아니라면 바로 비밀번호를 새로 정해 주세요.",
  en: "If it was not you, set a new password right away.",
};

export type SignIn = { at: string; device: string; ipAddress: string };

export const newDeviceMail = (
  language: Language,
  name: string,
  { at, device, ipAddress }: SignIn,
  link: string,
) =>
  notice({
    ko: {
      subject: "장터: 새 기기에서 로그인했습니다",
      lines: [
        "처음 보는 기기에서 계정에 로그인했습니다.",
        `때: ${at}\n기기: ${device}\nIP 주소: ${ipAddress}`,
      ],
      action: "로그인된 기기 보기",
      after: [notYou.ko],
    },
    en: {
      subject: "Jangteo: a new device signed in",
      lines: [
        "A device that we had not seen before signed in to your account.",
        `Time: ${at}\nDevice: ${device}\nIP address: ${ipAddress}`,
      ],
      action: "See your devices",
      after: [notYou.en],
    },
  })(language, name, link);

export const emailChangeMail = notice({
  ko: {
    subject: "장터: 새 전자우편 주소를 확인해 주세요",
    lines: ["아래를 누르면 이 주소로 로그인하게 됩니다. 하루 안에 한 번 쓸 수 있습니다."],
    action: "이 주소로 바꾸기",
    after: ["요청하신 적이 없다면 이 편지를 버리시면 됩니다. 바뀌는 것은 없습니다."],
  },
  en: {
    subject: "Jangteo: confirm your new e-mail address",
    lines: ["The link below makes this the address of your account. It works once, within a day."],
    action: "Use this address",
    after: ["If you did not ask for it, ignore this mail; nothing will change."],
  },
});

export const emailTakenMail = notice({
  ko: {
    subject: "장터: 이 주소에는 이미 계정이 있습니다",
    lines: [
      "다른 계정의 전자우편을 이 주소로 바꾸려는 요청이 있었습니다. 이 주소에는 이미 계정이 있어 바뀐 것은 없습니다.",
    ],
    action: "들어가기",
  },
  en: {
    subject: "Jangteo: this address has an account already",
    lines: [
      "Somebody asked to move another account to this address. It has an account already, so nothing has changed.",
    ],
    action: "Log in",
  },
});

export const emailChangeNoticeMail = notice({
  ko: {
    subject: "장터: 전자우편 주소를 바꾸려는 요청이 있습니다",
    lines: [
      "계정의 전자우편을 다른 주소로 바꾸려는 요청이 있었습니다. 새 주소로 보낸 링크를 눌러야 바뀝니다.",
      `${notYou.ko} 그러면 그 링크는 쓸 수 없게 됩니다.`,
    ],
  },
  en: {
    subject: "Jangteo: a change of your e-mail address was asked for",
    lines: [
      "Somebody who is signed in asked to move your account to another address. It moves once the link sent there is used.",
      `${notYou.en} That makes the link useless.`,
    ],
  },
});

export const emailChangedMail = notice({
  ko: {
    subject: "장터: 전자우편 주소가 바뀌었습니다",
    lines: [
      "계정의 전자우편 주소가 바뀌었습니다. 이제 새 주소로 로그인합니다.",
      "직접 바꾸지 않으셨다면 이 편지에 답해 주세요.",
    ],
  },
  en: {
    subject: "Jangteo: your e-mail address was changed",
    lines: [
      "The e-mail address of your account was changed. From now on, log in with the new one.",
      "If it was not you, answer this mail.",
    ],
  },
});

export const secondFactorEnabledMail = notice({
  ko: {
    subject: "장터: 2단계 인증을 켰습니다",
    lines: [
      "이제 로그인할 때 비밀번호와 함께 인증 앱의 번호를 묻습니다. 복구 코드는 안전한 곳에 두세요.",
      notYou.ko,
    ],
  },
  en: {
    subject: "Jangteo: your second factor is on",
    lines: [
      "From now on, logging in takes a code of your authenticator app beside the password. Keep the recovery codes safe.",
      notYou.en,
    ],
  },
});

export const secondFactorDisabledMail = notice({
  ko: {
    subject: "장터: 2단계 인증을 껐습니다",
    lines: ["이제 비밀번호만으로 로그인할 수 있습니다.", notYou.ko],
  },
  en: {
    subject: "Jangteo: your second factor is off",
    lines: ["From now on, the password alone logs in to your account.", notYou.en],
  },
});

export const passkeyAddedMail = notice({
  ko: {
    subject: "장터: 패스키를 더했습니다",
    lines: ["이제 이 패스키로 비밀번호 없이 로그인할 수 있습니다.", notYou.ko],
  },
  en: {
    subject: "Jangteo: a passkey was added",
    lines: ["From now on, it logs in to your account without the password.", notYou.en],
  },
});

export const passkeyRemovedMail = notice({
  ko: {
    subject: "장터: 패스키를 지웠습니다",
    lines: ["그 패스키로는 더 로그인할 수 없습니다.", notYou.ko],
  },
  en: {
    subject: "Jangteo: a passkey was removed",
    lines: ["It does not log in to your account any more.", notYou.en],
  },
});

export const recoveryCodeUsedMail = notice({
  ko: {
    subject: "장터: 복구 코드를 썼습니다",
    lines: [
      "인증 앱의 번호 대신 복구 코드 하나를 썼습니다. 쓴 코드는 다시 쓸 수 없습니다.",
      notYou.ko,
    ],
  },
  en: {
    subject: "Jangteo: a recovery code was used",
    lines: [
      "One of your recovery codes stood in for the authenticator app. It will not work again.",
      notYou.en,
    ],
  },
});

export const erasedMail = notice({
  ko: {
    subject: "장터: 계정을 지웠습니다",
    lines: [
      "요청하신 대로 계정과 개인 정보를 모두 지웠습니다. 되돌릴 수 없습니다.",
      "이 편지를 보낸 뒤에는 이 주소도 남기지 않습니다. 그동안 고맙습니다.",
    ],
  },
  en: {
    subject: "Jangteo: your account was erased",
    lines: [
      "As you asked, your account and everything personal was erased. This cannot be undone.",
      "Once this mail is sent, this address is forgotten as well. Thank you for having been with us.",
    ],
  },
});
