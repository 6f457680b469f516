<?php
require __DIR__ . '/verify.php';

$cases = json_decode(stream_get_contents(STDIN), true);
echo json_encode(array_map(
    fn(array $case) => verify($case['key'], $case['headers'], base64_decode($case['body'])),
    $cases
));
