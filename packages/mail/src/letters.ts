/** What a letter is about, with what only the sender knows. Links hold their secret behind a `#`, so that no server's log ever sees it. */
export type Letter =
  | { kind: "prove-address"; link: string }
  | { kind: "new-password"; link: string }
  | { kind: "password-changed" }
  | { kind: "host-together"; link: string; inviter: string; title: string };

export type Language = "en" | "vi";
export type WrittenLetter = { subject: string; text: string };

/** Plain text: nothing in it can be taken for markup, whatever somebody named themselves or their quiz. */
export function writeLetter(letter: Letter, language: Language): WrittenLetter {
  const { subject, paragraphs } = words[language](letter);
  return { subject, text: `${[...paragraphs, "Quickfire"].join("\n\n")}\n` };
}

type Words = { subject: string; paragraphs: string[] };

const words: Record<Language, (letter: Letter) => Words> = { en: inEnglish, vi: inVietnamese };

function inEnglish(letter: Letter): Words {
  switch (letter.kind) {
    case "prove-address":
      return {
        subject: "Is this your e-mail address?",
        paragraphs: [
          "Somebody made a Quickfire account with this e-mail address. If it was you, open this link within two days:",
          letter.link,
          "If it was not you, do nothing: nobody gets further with your address.",
        ],
      };
    case "new-password":
      return {
        subject: "A new password",
        paragraphs: [
          "Somebody asked for a new password for the Quickfire account with this e-mail address. To choose one, open this link within an hour:",
          letter.link,
          "It works once. If it was not you, do nothing: your password stays as it is.",
        ],
      };
    case "password-changed":
      return {
        subject: "Your password was changed",
        paragraphs: [
          "The password of your Quickfire account was changed just now, and every other device was signed out.",
          "If it was not you, choose a new one at once: “Forgot your password?” stands under the sign-in.",
        ],
      };
    case "host-together":
      return {
        subject: "Host a game together",
        paragraphs: [
          `${letter.inviter} asks you to host a game together on Quickfire: “${letter.title}”. To do so, open this link within a week and sign in with this e-mail address:`,
          letter.link,
          "If you don't know them, do nothing.",
        ],
      };
  }
}

function inVietnamese(letter: Letter): Words {
  switch (letter.kind) {
    case "prove-address":
      return {
        subject: "Đây có phải là địa chỉ e-mail của bạn?",
        paragraphs: [
          "Có người đã tạo một tài khoản Quickfire bằng địa chỉ e-mail này. Nếu đó là bạn, hãy mở liên kết này trong vòng hai ngày:",
          letter.link,
          "Nếu không phải bạn, bạn không cần làm gì: không ai dùng được địa chỉ của bạn.",
        ],
      };
    case "new-password":
      return {
        subject: "Mật khẩu mới",
        paragraphs: [
          "Có người đã yêu cầu mật khẩu mới cho tài khoản Quickfire dùng địa chỉ e-mail này. Để đặt mật khẩu mới, hãy mở liên kết này trong vòng một giờ:",
          letter.link,
          "Liên kết chỉ dùng được một lần. Nếu không phải bạn, bạn không cần làm gì: mật khẩu vẫn như cũ.",
        ],
      };
    case "password-changed":
      return {
        subject: "Mật khẩu của bạn đã được đổi",
        paragraphs: [
          "Mật khẩu tài khoản Quickfire của bạn vừa được đổi, và mọi thiết bị khác đã bị đăng xuất.",
          "Nếu không phải bạn, hãy đặt mật khẩu mới ngay: chọn “Quên mật khẩu?” ở trang đăng nhập.",
        ],
      };
    case "host-together":
      return {
        subject: "Cùng dẫn một trò chơi",
        paragraphs: [
          `${letter.inviter} mời bạn cùng dẫn một trò chơi trên Quickfire: “${letter.title}”. Để nhận lời, hãy mở liên kết này trong vòng một tuần và đăng nhập bằng địa chỉ e-mail này:`,
          letter.link,
          "Nếu bạn không quen người này, bạn không cần làm gì.",
        ],
      };
  }
}
