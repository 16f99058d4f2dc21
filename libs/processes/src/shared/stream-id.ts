/** The part of a stream's name after the category: the card's id of `card-{id}`. */
export const idOf = (streamId: string): string => streamId.slice(streamId.indexOf('-') + 1);
