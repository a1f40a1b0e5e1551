-- Where choices are numbered, a number in a chat means one thing: those of its open notices stay apart.
CREATE TRIGGER open_numbers_apart BEFORE INSERT ON outbox
WHEN NEW.about IS NOT NULL
  AND json_extract(NEW.message, '$.shown.as') = 'numbers'
  AND EXISTS (
    SELECT 1 FROM outbox open
    WHERE open.chat_id = NEW.chat_id
      AND open.about IS NOT NULL
      AND json_extract(open.message, '$.shown.as') = 'numbers'
      AND coalesce(json_extract(open.message, '$.shown.from'), 1)
        < json_extract(NEW.message, '$.shown.from') + json_array_length(NEW.message, '$.choices')
      AND coalesce(json_extract(open.message, '$.shown.from'), 1) + json_array_length(open.message, '$.choices')
        > json_extract(NEW.message, '$.shown.from')
  )
BEGIN
  SELECT RAISE(ABORT, 'open_numbers_apart');
END;
