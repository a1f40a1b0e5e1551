import { type LanguageTable, NO_WORDS } from './table.ts';

/** Of languages that there is no copy for, what counts and joins: enough to see what a visitor from abroad wants. */
export const others: LanguageTable = {
  ...NO_WORDS,
  language: 'other',
  // Arabic "the" before a word, Korean particles behind it.
  ending: {
    pattern: /^(?:[وبل]?ال(?=.{2}))?(\p{Script=Arabic}{2,}|\p{Script=Hangul}{2,}?)(?:[을를은는이가도])?$/u,
    keep: '',
  },
  numbers: `
    1: 一 한 하나 isa eins واحد واحدة один одна одну ek
    2: 二 两 兩 두 둘 deux dos zwei twee dois duas dalawa اثنين اثنان два две
    3: 三 세 셋 trois tres drei drie tatlo ثلاثة ثلاث три
    4: 四 네 넷 quatre cuatro quatro vier apat أربعة أربع اربعة اربع четыре char
    5: 五 다섯 cinq cinco fünf funf vijf خمسة خمس пять paanch
    6: 六 여섯 seis sechs zes anim ستة ست шесть
    7: 七 일곱 sept siete sete sieben zeven pito سبعة سبع семь
    8: 八 여덟 huit ocho oito acht walo ثمانية ثماني восемь
    9: 九 아홉 neuf nueve nove neun negen siyam تسعة تسع девять
    10: 十 열 diez dez zehn tien sampu عشرة عشر десять`,
  scales: `
    10: 十
    100: 百`,
  articles: 'un une una een ein eine',
  pieces:
    '包 袋 个 個 只 双 雙 つ 枚 足 개 봉지 켤레 sachet sachets paquet paquets zakje zakjes paquete paquetes pacote pacotes stück packung packungen пачки пачка пачек штук штуки',
  joins: '和 跟 と et y en und',
};
