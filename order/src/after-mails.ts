import { letter, type Told } from "./mails.ts";
import { numberOf } from "./numbers.ts";

/** Letters of what comes after a parcel has left. */

/** `reviews` is where a member says what it is like; guests have no such page. */
export const deliveredMail = (told: Told, reviews: string | undefined) => {
  const number = numberOf(told.order.number);
  return letter(told, {
    ko: {
      subject: `장터: 주문(${number})이 도착했습니다`,
      lines: [
        `주문(${number})의 물건이 도착했습니다. 잘 쓰시기 바랍니다.`,
        "마음에 들지 않으면 도착한 날부터 14일 안에 주문 쪽에서 반품을 요청하실 수 있습니다.",
      ],
      after: reviews === undefined ? [] : [`써 보니 어떠신지 들려주세요:\n${reviews}`],
    },
    en: {
      subject: `Jangteo: your order ${number} has arrived`,
      lines: [
        `Something of your order ${number} has arrived. We hope you enjoy it.`,
        "If it is not what you wanted, ask for a return on the order's page within 14 days.",
      ],
      after: reviews === undefined ? [] : [`Tell others what it is like:\n${reviews}`],
    },
  });
};

export const returnApprovedMail = (told: Told) => {
  const number = numberOf(told.order.number);
  return letter(told, {
    ko: {
      subject: `장터: 주문(${number})의 반품을 받겠습니다`,
      lines: [
        `주문(${number})의 반품 요청을 받았습니다. 물건을 보내 주세요.`,
        "물건이 오면 살펴보고 돈을 돌려 드리겠습니다.",
      ],
    },
    en: {
      subject: `Jangteo: your return of order ${number}`,
      lines: [
        `You may send back what you asked to return of your order ${number}.`,
        "Once it is here we look at it, and pay you back.",
      ],
    },
  });
};

export const returnRejectedMail = (told: Told, note: string | null) => {
  const number = numberOf(told.order.number);
  const why = note === null ? [] : [note];
  return letter(told, {
    ko: {
      subject: `장터: 주문(${number})의 반품을 받을 수 없습니다`,
      lines: [`주문(${number})의 반품 요청을 받아들이지 못했습니다.`, ...why],
    },
    en: {
      subject: `Jangteo: your order ${number} cannot be returned`,
      lines: [`We could not accept the return of your order ${number}.`, ...why],
    },
  });
};
