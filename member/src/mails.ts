import type { Language } from "@jangteo/shared/contract";
import { compose, greeting } from "@jangteo/shared/mail";

export const verificationMail = (language: Language, name: string, link: string) =>
  compose(
    {
      ko: {
        subject: "장터: 전자우편 주소를 확인해 주세요",
        lines: [
          greeting.ko(name),
          "아래를 누르면 계정이 만들어집니다. 하루 안에 한 번 쓸 수 있습니다.",
        ],
        action: "주소 확인하기",
        after: ["가입하신 적이 없다면 이 편지를 버리시면 됩니다. 계정은 만들어지지 않습니다."],
      },
      en: {
        subject: "Jangteo: confirm your e-mail address",
        lines: [
          greeting.en(name),
          "The link below creates your account. It works once, within a day.",
        ],
        action: "Confirm the address",
        after: ["If you did not sign up, ignore this mail; no account will be made."],
      },
    }[language],
    link,
  );

export const alreadyMemberMail = (language: Language, name: string, link: string) =>
  compose(
    {
      ko: {
        subject: "장터: 이미 계정이 있습니다",
        lines: [
          greeting.ko(name),
          "이 주소로 다시 가입하려는 요청이 있었습니다. 계정은 이미 있고, 바뀐 것은 없습니다.",
        ],
        action: "들어가기",
        after: ["비밀번호가 생각나지 않으면 들어가는 화면에서 새로 정할 수 있습니다."],
      },
      en: {
        subject: "Jangteo: you already have an account",
        lines: [
          greeting.en(name),
          "Somebody tried to sign up with this address. The account exists already; nothing has changed.",
        ],
        action: "Log in",
        after: ["If you forgot the password, the log-in page lets you set a new one."],
      },
    }[language],
    link,
  );

export const resetMail = (language: Language, name: string, link: string) =>
  compose(
    {
      ko: {
        subject: "장터: 비밀번호를 새로 정하는 링크",
        lines: [
          greeting.ko(name),
          "아래에서 비밀번호를 새로 정할 수 있습니다. 10분 안에 한 번 쓸 수 있습니다.",
        ],
        action: "새 비밀번호 정하기",
        after: ["요청하신 적이 없다면 이 편지를 버리시면 됩니다. 비밀번호는 그대로입니다."],
      },
      en: {
        subject: "Jangteo: set a new password",
        lines: [
          greeting.en(name),
          "The link below lets you set a new password. It works once, within 10 minutes.",
        ],
        action: "Set a new password",
        after: ["If you did not ask for it, ignore this mail; your password stays as it is."],
      },
    }[language],
    link,
  );

export const passwordChangedMail = (language: Language, name: string) =>
  compose(
    {
      ko: {
        subject: "장터: 비밀번호가 바뀌었습니다",
        lines: [
          greeting.ko(name),
          "계정의 비밀번호가 바뀌었고, 다른 기기는 모두 로그아웃되었습니다.",
          "직접 바꾸지 않으셨다면 바로 비밀번호를 새로 정해 주세요.",
        ],
      },
      en: {
        subject: "Jangteo: your password was changed",
        lines: [
          greeting.en(name),
          "The password of your account was changed, and all other devices were signed out.",
          "If it was not you, set a new password right away.",
        ],
      },
    }[language],
  );
