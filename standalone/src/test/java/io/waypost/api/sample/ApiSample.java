package io.waypost.api.sample;

import org.springframework.stereotype.Component;

/** Brings Spring into what consumers share. */
@Component
public class ApiSample {}
