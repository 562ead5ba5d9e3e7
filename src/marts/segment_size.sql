-- marts.segment_size: how many customers each segment had on each day that was run
-- grain: as_of, segment
-- reads: segments.size, segments.segment
-- not null: customers, share
-- totals: (select count(*) from marts.segment_size) = (select count(*) from segments.size)
select
  size.as_of, -- a day that was run
  size.segment, -- code
  segment.name as segment_name, -- in plain words, as of now; null: the segment is no more
  size.customers, -- 0: the model has the segment, and nobody was in it
  coalesce(
    cast(size.customers as double) / nullif(cast(sum(size.customers) over (partition by size.as_of) as double), 0), 0
  ) as share, -- of all with a segment on that day
from segments.size as size
left join segments.segment as segment on segment.segment = size.segment
