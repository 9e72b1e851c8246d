import type { Person } from "../name-list.tsx";

const names =
  "Noa Lena Anna Nils Mehmet Ida Tom Priya Robin Alex Sascha Jonas Yuki Marta Felix Amira Otto Chloé Bilal Greta Henrik Dana Luis Vera Sunniva Ali Bea Carl Dora Emil Frida Gino Hanna".split(
    " ",
  );
/** So many people at a table, each in another state. */
export const people = (count: number): readonly Person[] =>
  names.slice(0, count).map((name, index) => ({
    id: name,
    name,
    isMe: index === 0,
    isFacilitator: index === 0,
    isReady: index === 1 || index > 6,
    isWriting: index === 2,
    hasHandUp: index === 3,
    isAway: index === 5,
  }));
